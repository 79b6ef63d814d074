"""The token of every candidate and the key of Golmok: their own room, so that importing them costs a candidate nothing."""

TOKEN = "100000000:benchmark"
SEAL = "what the benchmarks seal names with, on every database"
