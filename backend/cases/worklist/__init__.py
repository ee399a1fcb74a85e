"""The work list's rules: what there is to do on a case, by its facts alone. Nothing here reads or writes."""
