"""What a message consists of: what we read of it, and which of its parts were never said.

Only what we read is handed to the library: an older or a newer server may leave out, or add, what
the library insists on in a poll or in whatever else we would not use.
"""

from collections.abc import Mapping
from typing import Any

READ = frozenset(
    {
        "message_id", "from", "chat", "date", "edit_date", "text", "caption", "media_group_id",
        "photo", "voice", "audio", "document",
    }
)  # fmt: skip
"""What the library reads for us."""
FORWARDED = frozenset({"forward_origin", "forward_date"})
"""How servers say, and said before, that somebody else wrote it."""
FRAME = READ | FORWARDED | {
    "author_signature", "business_connection_id", "caption_entities", "direct_messages_topic",
    "effect_id", "entities", "external_reply", "forward_from", "forward_from_chat",
    "forward_from_message_id", "forward_sender_name", "forward_signature", "guest_bot_caller_chat",
    "guest_bot_caller_user", "guest_query_id", "has_media_spoiler", "has_protected_content",
    "is_automatic_forward", "is_from_offline", "is_paid_post", "is_topic_message",
    "link_preview_options", "message_thread_id", "paid_star_count", "quote", "reply_markup",
    "reply_to_checklist_task_id", "reply_to_message", "reply_to_poll_option_id", "reply_to_story",
    "sender_boost_count", "sender_business_bot", "sender_chat", "sender_tag",
    "show_caption_above_media", "suggested_post_info", "via_bot",
}  # fmt: skip
"""What stands around what was said."""
SERVICE = frozenset(
    {
        "boost_added", "channel_chat_created", "chat_background_set", "chat_owner_changed",
        "chat_owner_left", "chat_shared", "checklist_tasks_added", "checklist_tasks_done",
        "connected_website", "delete_chat_photo", "direct_message_price_changed",
        "forum_topic_closed", "forum_topic_created", "forum_topic_edited", "forum_topic_reopened",
        "general_forum_topic_hidden", "general_forum_topic_unhidden", "gift", "gift_upgrade_sent",
        "giveaway_completed", "giveaway_created", "group_chat_created", "left_chat_member",
        "managed_bot_created", "message_auto_delete_timer_changed", "migrate_from_chat_id",
        "migrate_to_chat_id", "new_chat_members", "new_chat_photo", "new_chat_title",
        "paid_message_price_changed", "pinned_message", "poll_option_added", "poll_option_deleted",
        "proximity_alert_triggered", "refunded_payment", "successful_payment",
        "suggested_post_approval_failed", "suggested_post_approved", "suggested_post_declined",
        "suggested_post_paid", "suggested_post_refunded", "supergroup_chat_created", "unique_gift",
        "users_shared", "video_chat_ended", "video_chat_participants_invited",
        "video_chat_scheduled", "video_chat_started", "web_app_data", "write_access_allowed",
    }
)  # fmt: skip
"""What happened in a chat and was said by nobody: a pin, a new background, a timer."""


def only(raw: Any, names: frozenset[str]) -> Any:
    """Keep what is read of an object; what is no object is left to the library to refuse."""
    if not isinstance(raw, dict):
        return raw
    return {name: value for name, value in raw.items() if name in names}


def is_service(raw: Mapping[str, Any]) -> bool:
    """Say whether a message only tells what happened in the chat."""
    found = raw.keys() - FRAME
    return bool(found) and found <= SERVICE and "text" not in raw
