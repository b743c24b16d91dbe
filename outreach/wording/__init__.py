"""Pure functions on text: cleaning, sentences, words, dates, telling. No I/O, no state."""
