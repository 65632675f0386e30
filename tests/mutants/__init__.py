"""Whether the tests have teeth: what the guards run is altered piece by piece, and some test must notice."""
