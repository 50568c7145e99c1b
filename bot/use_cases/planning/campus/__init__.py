"""Groups on campus: proposed before a lesson, its teacher's to change, and what came of them."""
