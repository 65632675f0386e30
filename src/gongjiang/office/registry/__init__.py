"""The registers: people, organisations, nominating bodies, certificates, honours, contests, experts."""
