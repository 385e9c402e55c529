"""What is in force, and when (pháp luật): documents, provisions and values, each with its days."""
