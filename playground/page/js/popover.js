// A small panel under the bar. Esc, a click elsewhere or its own button closes it, and the focus goes back to what opened it.
import { el } from "./dom.js";

let closeOpen = null;

export function openPopover(opener, label, content) {
  const again = closeOpen?.opener === opener;
  closeOpen?.();
  if (again) return;
  const node = el("div", { class: "popover", role: "dialog", "aria-label": label }, content);
  const close = () => {
    node.remove();
    document.removeEventListener("pointerdown", outside);
    closeOpen = null;
    (opener.isConnected ? opener : document.querySelector(".clock-face"))?.focus();
  };
  const outside = (event) => {
    if (!node.contains(event.target) && !opener.contains(event.target)) close();
  };
  node.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  close.opener = opener;
  closeOpen = close;
  document.addEventListener("pointerdown", outside);
  document.querySelector("#street").after(node);
  node.querySelector("button, input").focus();
}
