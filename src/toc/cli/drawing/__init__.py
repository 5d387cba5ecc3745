"""Drawing from the command line: what is asked → pieces → files, checked or watched."""
