"""From a text to what it says (đọc văn bản): lines, items, figures, frame, outline, statements, and the plan they mean."""
