"""Three-way merge of meetings by meaning."""
