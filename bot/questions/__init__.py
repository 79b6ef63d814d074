"""Questions that more than one story asks: which call, who takes part, how many employees."""
