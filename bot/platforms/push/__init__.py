"""Web Push: a ping to the devices on which somebody has the page and wanted that."""
