"""The assessment report: the questionnaire as it was answered, for whoever has to work with it."""
