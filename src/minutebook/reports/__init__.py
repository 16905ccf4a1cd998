"""Problems as text, JSON and what code hosts read."""
