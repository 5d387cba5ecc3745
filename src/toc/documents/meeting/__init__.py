"""What invitation, agenda and minutes share: the event, when and where it is, its points."""
