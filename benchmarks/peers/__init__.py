"""The bots we are measured beside, written as their own documentation writes them."""
