/// Keys pressed one after another, each a token such as `g`, `ctrl-d` or `pagedown`.
package typealias KeySequence = [String]

/// What the keys pressed so far mean in a context.
package enum KeyLookup: Equatable, Sendable {
  /// They ask for a command; the digit is there for a command that takes one.
  case command(Command, digit: Int?)
  /// They begin something: what may follow, in the order of the help.
  case prefix([KeyContinuation])
  /// They mean nothing here.
  case none
}

/// A key that may follow a prefix, as which-key shows it.
package struct KeyContinuation: Equatable, Sendable {
  /// The key.
  package let token: String
  /// What it asks for, or `nil` where it is itself a prefix.
  package let command: Command?
  /// What that does.
  package let sentence: String
  /// Whether further keys follow this one.
  package let more: Bool
}
