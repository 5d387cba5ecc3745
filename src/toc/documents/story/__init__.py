"""The story: a strategy told in plain sentences, goal by goal, for whoever lives with it."""
