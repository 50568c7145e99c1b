"""Pictures as spreadsheets: the same in cells, and never a formula."""
