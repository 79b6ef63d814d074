"""How the bot is watched: logs, metrics, errors. Nothing here learns what people typed, nor the token."""
