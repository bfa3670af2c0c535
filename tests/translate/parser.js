// What the page Translate takes from Lezer: its parser of Python, without the colours of a highlighter.
export { parser } from "@lezer/python";
