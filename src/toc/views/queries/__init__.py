"""What a view may ask: one field of a view, one module, found by its name.

Every field that is given narrows the view to what all of them show; several values of
one field widen it to what any of them shows (only `between` takes two as a pair).

| field | shows |
|---|---|
| `goal` | the goals, and all that leads to them or stands in the way of what does |
| `area` | what stands in the policy areas' lanes, their parts' too |
| `stakeholder` | what names the stakeholders in any part: who answers, does, is asked or told, gives, for whom; and both ends of links that run through them |
| `stage` | the activities of the stages, the measures of their pilots, and what these lead to directly |
| `tag` | what has one of the tags, and both ends of links that have one |
| `pilot` | the measures that the pilots try, both ends of the links that they test, and all that lies on a chain of helping links from the measures to what the pilot claims; to every goal that is reached, where it claims nothing or in vain |
| `upstream` | the nodes, and all that leads to them or stands in the way of what does |
| `downstream` | the nodes, and all that they lead to or stand in the way of |
| `between` | what lies on any chain from the first to the second, or from the second to the first where there is none |
| `critical` | the arrows that rest on critical assumptions, with both their ends, and these assumptions alone; of some status, or of any (`all`) |

Feedback is never followed, and is shown where both its ends are in sight.
"""  # noqa: E501 - a row of a table is a line
