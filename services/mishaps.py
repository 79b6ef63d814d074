"""Where a bug was met, in words that hold nothing of what people typed: the text of an error may, its kind and place do not."""


def place_of(error: BaseException) -> str:
    """The innermost line of this project the error passed, as file:line."""
    place = ""
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        if "site-packages" not in code.co_filename:
            place = f"{'/'.join(code.co_filename.rsplit('/', 2)[-2:])}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
