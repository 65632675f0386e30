"""gongjiang backup DIR and gongjiang restore DIR: a copy that is checked when made and when used."""
