"""Words for what is shown: the same in the chat, in pictures and on paper."""
