"""Being away: nothing is asked of who is, nor of others about them where they may know (ours).

Neither a reason nor an illness is kept, only the last day.
"""

from datetime import timedelta

LONGEST_FOR_OTHERS = timedelta(weeks=12)
"""How long a coach, mentor or teacher can note that somebody is away, at once."""
