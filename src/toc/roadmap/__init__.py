"""The roadmap: what happens when, who does it, what it costs, and when it is reviewed."""
