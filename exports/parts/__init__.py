"""What handouts are made of: text, bands, rows, marks, charts. Each part knows its height."""
