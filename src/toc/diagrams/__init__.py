"""Pictures for meetings: strategy → chart → scene → SVG, PNG, DOT or Mermaid.

A *chart* says what is shown and knows no geometry, an *engine* places it, the *scene*
is the placed picture that every renderer, test and accessibility text shares.
"""
