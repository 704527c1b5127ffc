import Synthesis

/// The board of themes: where the cursor is, what is folded, marked and carried.
package struct ThemesDesk: Sendable {
  /// What is marked, whatever a filter shows.
  package var marks: Set<EntityID> = []

  /// Makes a desk with nothing marked.
  package init() {}
}
