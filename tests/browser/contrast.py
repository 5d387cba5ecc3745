"""Which visible texts cannot be read for want of contrast, as the browser has painted them.

Programs that audit pages do not look at text in drawings.  This one takes every text, finds
what is painted beneath it, HTML or drawn, and reckons WCAG's ratio from computed styles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

__all__ = ["LEAST", "faint"]

LEAST = 4.5
"""WCAG 2.2, success criterion 1.4.3, for text of any size."""

_PROGRAM = r"""(least) => {
  const channels = said => {
    const [r, g, b, a = 1] = said.match(/[\d.]+/g).map(Number);
    return { rgb: [r, g, b], a };
  };
  const over = (top, under) => top.rgb.map((one, at) => one * top.a + under[at] * (1 - top.a));
  const light = rgb => {
    const [r, g, b] = rgb.map(one => one / 255)
      .map(one => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one, other) => {
    const [high, low] = [light(one), light(other)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  const ground = element => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      const layer = channels(getComputedStyle(at).backgroundColor);
      if (layer.a > 0) layers.push(layer);
      if (layer.a === 1) break;
    }
    return layers.reduceRight((under, layer) => over(layer, under), [255, 255, 255]);
  };
  const solid = element => {
    let share = 1;
    for (let at = element; at; at = at.parentElement) share *= Number(getComputedStyle(at).opacity);
    return share;
  };
  // What is drawn beneath a point of a drawing: the last filled shape before the text.
  const drawn = (text, x, y) => {
    const svg = text.ownerSVGElement;
    const point = svg.createSVGPoint();
    point.x = x; point.y = y;
    let found = ground(svg);
    for (const shape of svg.querySelectorAll('path, rect')) {
      if (!(shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING)) break;
      const fill = getComputedStyle(shape).fill;
      if (fill === 'none' || !shape.checkVisibility() || !shape.isPointInFill(point)) continue;
      found = over(channels(fill), found);
    }
    return found;
  };
  const told = [];
  const judge = (element, said, colour, grounds) => {
    for (const under of grounds) {
      const share = channels(colour);
      const seen = over({ rgb: share.rgb, a: share.a * solid(element) }, under);
      const found = ratio(seen, under);
      if (found < least) {
        told.push(`${found.toFixed(2)}: ${said.trim().slice(0, 60)}`);
        return;
      }
    }
  };
  let count = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, element = node.parentElement;
    if (!node.data.trim() || element.closest('script, style, option, title, desc')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (!element.checkVisibility({ opacityProperty: true }) || box.width < 1 || box.height < 1) continue;
    count += 1;
    if (element.ownerSVGElement) {
      const { x, y, width, height } = element.getBBox();
      const points = [0.02, 0.5, 0.98].map(at => drawn(element, x + width * at, y + height / 2));
      judge(element, node.data, getComputedStyle(element).fill, points);
    } else {
      judge(element, node.data, getComputedStyle(element).color, [ground(element)]);
    }
  }
  for (const field of document.querySelectorAll('input:not([type=radio]), select')) {
    if (field.checkVisibility()) judge(field, field.name || 'a choice', getComputedStyle(field).color, [ground(field)]);
  }
  return { told, count };
}"""


def faint(page: Page, least: float = LEAST) -> list[str]:
    """Give the texts whose contrast is below a ratio, each with its ratio.

    Args:
        page: what is on the screen.
        least: the ratio that is enough.
    """
    found = page.evaluate(_PROGRAM, least)
    assert found["count"] > 0, "there is no text to be seen"
    told: list[str] = found["told"]
    return told
