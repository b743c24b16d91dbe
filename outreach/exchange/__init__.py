"""Cases in and out: reads case files, and puts them together with what is stored."""
