def show_groups_of_all(turn: Turn) -> Replies:
    """Show the next lesson of every class group of this person's; of a student the own group."""
    classes = list_classes(turn)
    if classes:
        return [show_next(turn, track.id, track.class_group) for track in classes]
    if any(Role.STUDENT in track.roles for track in turn.tracks):
        return show_own_groups(turn)
    return [Reply(NO_CLASS)]


def show_next(turn: Turn, track_id: int, group: str) -> Reply:
    """Show the groups of the next lesson of a class group."""
    taught = find_taught(turn, track_id)
    if taught is None:
        return Reply(Text(NO_TIMES.key, {"group": group}))
    return show_lesson(turn, see_plan(turn, taught), 0)


