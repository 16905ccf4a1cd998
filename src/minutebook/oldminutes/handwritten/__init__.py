"""Minutes that people wrote by hand in Markdown: text in, values out, each with its line."""
