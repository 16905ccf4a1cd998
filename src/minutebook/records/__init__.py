"""What notes are about: meetings, series, people, days and problems; frozen and pure."""
