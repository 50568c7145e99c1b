"""How the method is shown, wherever it is shown: words and colours, captions and alt text."""
