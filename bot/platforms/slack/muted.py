"""Where the libraries' own loggers lead: nowhere.

They log what people wrote, and the address that holds the socket's ticket.
"""

import logging

MUTED = logging.getLogger(__name__)
MUTED.setLevel(logging.CRITICAL + 1)
MUTED.propagate = False
