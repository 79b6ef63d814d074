"""aiogram's state machine in memory: three questions, round and round. `python -m benchmarks.peers.aiogram_dialogue ROOT`"""

import sys

from aiogram import Dispatcher
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.types import Message

from benchmarks.peers.turned import aiogram_bot


class Asked(StatesGroup):
    shop = State()
    people = State()
    sure = State()


async def begins(message: Message, state: FSMContext) -> None:
    await state.set_state(Asked.shop)
    await message.answer("Your shop's name?")


async def names_shop(message: Message, state: FSMContext) -> None:
    await state.update_data(shop=message.text)
    await state.set_state(Asked.people)
    await message.answer("How many people?")


async def counts_people(message: Message, state: FSMContext) -> None:
    await state.update_data(people=message.text)
    await state.set_state(Asked.sure)
    await message.answer(f"{(await state.get_data())['shop']}: is this right?")


async def is_sure(message: Message, state: FSMContext) -> None:
    await state.clear()
    await message.answer("Thank you!")


def main(root: str) -> None:
    dispatcher = Dispatcher(storage=MemoryStorage())
    dispatcher.message.register(names_shop, Asked.shop)
    dispatcher.message.register(counts_people, Asked.people)
    dispatcher.message.register(is_sure, Asked.sure)
    dispatcher.message.register(begins)
    dispatcher.run_polling(aiogram_bot(root))


if __name__ == "__main__":
    main(sys.argv[1])
