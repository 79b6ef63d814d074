"""The token every candidate uses (its own room, so that importing it costs a candidate nothing); the fake server takes any."""

TOKEN = "100000000:benchmark"
