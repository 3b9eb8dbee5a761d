import type { MarkdownNode } from './markdown-tree.ts';
import type { MarkdownWriter } from './markdown-writer.ts';

type Enter = (writer: MarkdownWriter, node: MarkdownNode) => boolean;
type Leave = (writer: MarkdownWriter, node: MarkdownNode) => void;

const heading: Enter = (writer, node) => writer.enterHeading(node);
const inline: Enter = (writer, node) => writer.enterInline(node);
const link: Enter = (writer, node) => writer.enterLink(node);
const list: Enter = (writer) => writer.enterList();
const code: Enter = (writer, node) => writer.enterCode(node);
const paragraph: Enter = (writer, node) => writer.enterParagraph(node);
const tag: Enter = (writer, node) => writer.enterTag(node);
const comment: Enter = (writer, node) => writer.enterComment(node);
const row: Enter = (writer, node) => writer.enterRow(node);
const nothing: Enter = () => false;

const ENTER: Readonly<Record<string, Enter>> = {
  ATXHeading1: heading,
  ATXHeading2: heading,
  ATXHeading3: heading,
  ATXHeading4: heading,
  ATXHeading5: heading,
  ATXHeading6: heading,
  SetextHeading1: heading,
  SetextHeading2: heading,
  Paragraph: paragraph,
  Task: paragraph,
  Blockquote: (writer) => writer.enterQuote(),
  BulletList: list,
  OrderedList: list,
  ListItem: (writer) => writer.enterItem(),
  FencedCode: code,
  CodeBlock: code,
  CodeText: (writer, node) => writer.enterCodeText(node),
  Table: (writer) => writer.enterTable(),
  TableHeader: row,
  TableRow: row,
  TableDelimiter: (writer, node) => writer.enterPipe(node),
  TableCell: (writer, node) => writer.enterCell(node),
  Emphasis: inline,
  StrongEmphasis: inline,
  InlineCode: inline,
  Link: link,
  Image: link,
  URL: (writer, node) => writer.enterUrl(node),
  Escape: (writer, node) => writer.enterEscape(node),
  Entity: (writer, node) => writer.enterEntity(node),
  HardBreak: (writer, node) => writer.enterBreak(node),
  HTMLTag: tag,
  ProcessingInstruction: tag,
  Comment: comment,
  CommentBlock: comment,
  HTMLBlock: (writer, node) => writer.enterHtml(node),
  ProcessingInstructionBlock: nothing,
  LinkReference: nothing,
  HorizontalRule: nothing,
};

const leaf: Leave = (writer, node) => writer.leaveLeaf(node);
const leaveInline: Leave = (writer, node) => writer.leaveInline(node);
const leaveCode: Leave = (writer, node) => writer.leaveCode(node);
const leaveRow: Leave = (writer, node) => writer.leaveRow(node);
const leaveList: Leave = (writer) => writer.leaveList();

const LEAVE: Readonly<Record<string, Leave>> = {
  ATXHeading1: leaf,
  ATXHeading2: leaf,
  ATXHeading3: leaf,
  ATXHeading4: leaf,
  ATXHeading5: leaf,
  ATXHeading6: leaf,
  SetextHeading1: leaf,
  SetextHeading2: leaf,
  Paragraph: leaf,
  Task: leaf,
  Blockquote: (writer) => writer.leaveQuote(),
  BulletList: leaveList,
  OrderedList: leaveList,
  FencedCode: leaveCode,
  CodeBlock: leaveCode,
  TableHeader: leaveRow,
  TableRow: leaveRow,
  TableCell: (writer, node) => writer.leaveCell(node),
  Emphasis: leaveInline,
  StrongEmphasis: leaveInline,
  InlineCode: leaveInline,
  Link: leaveInline,
  Image: leaveInline,
};

/** Reports a node to the writer; whether its children are wanted. */
export function enterNode(writer: MarkdownWriter, node: MarkdownNode): boolean {
  const enter = ENTER[node.name];
  return enter === undefined ? writer.enterOther(node) : enter(writer, node);
}

export function leaveNode(writer: MarkdownWriter, node: MarkdownNode): void {
  LEAVE[node.name]?.(writer, node);
}
