// Everything meets here.
import { Drawer } from "./calls.js";
import { Stage } from "./stage.js";
import { Street } from "./street.js";
import { town, watch } from "./town.js";
import { listen } from "./wire.js";
import { language, speak } from "./words.js";

const at = (id) => document.getElementById(id);

speak(language());
const drawer = new Drawer(at("calls"), () => street.render());
const stage = new Stage(at("stage"), () => street.render());
const street = new Street(at("street"), stage, drawer);

function render() {
  if (town.ready) stage.render();
  street.render();
  drawer.render();
}

// A toast or an alert belongs to whoever pressed; a phone in somebody else's hand stays quiet.
function heard(event) {
  if (event.event !== "callback_answered") return;
  for (const phone of stage.phones) if (phone.personId === event.person_id) phone.answered(event);
}

watch(render);
document.addEventListener("visibilitychange", render);
listen(heard);
