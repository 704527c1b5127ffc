extension Collection where Element == Section {
  /// A section and those inside it: the deeper ones that follow it in the same document.
  ///
  /// What is said of a section's eligibility is said of all of these.
  public func including(_ section: Section) -> [Section] {
    let after = drop { $0.id != section.id }.dropFirst()
    return [section] + after.prefix { $0.document == section.document && $0.level > section.level }
  }
}
