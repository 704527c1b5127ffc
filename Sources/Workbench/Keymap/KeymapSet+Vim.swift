extension KeymapSet {
  /// Searching and walking as in vi; the brackets have a double on `g o`, which every keyboard has.
  static let vimChanges: [KeymapAssignment] = [
    .init(.everywhere, "n", .findNext),
    .init(.everywhere, "N", .findPrevious),
    .init(.everywhere, "g o", .needNext),
    .init(.everywhere, "] o", .needNext),
    .init(.everywhere, "g O", .needPrevious),
    .init(.everywhere, "[ o", .needPrevious),
    .init(.everywhere, "}", .blockNext),
    .init(.everywhere, "{", .blockPrevious),
    .init(.everywhere, "Z Z", .programLeave),
    .init(.themes, "d", .carryPickUp),
    .init(.themes, "g d", .definitionEdit),
    .init(.code, "]", nil),
    .init(.code, "[", nil),
    .init(.code, "] ]", .sectionNext),
    .init(.code, "[ [", .sectionPrevious),
  ]
}
