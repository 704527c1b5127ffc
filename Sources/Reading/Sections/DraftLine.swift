/// A line of the draft while its sections are being found, in bytes.
struct DraftLine {
  /// Where it stands.
  let range: Range<Int>
  /// The block that it is of.
  let block: Int
}
