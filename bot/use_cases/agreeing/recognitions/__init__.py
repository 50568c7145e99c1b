"""Until when workplaces are recognised, said by their coaches."""
