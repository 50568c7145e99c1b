"""Privacy of questions a school asks: their lists, questionnaires, intake."""
