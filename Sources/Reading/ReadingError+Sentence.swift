extension ReadingError {
  /// The error in words: what, why, and the next step.
  public var sentence: String {
    switch self {
    case .empty(let name):
      "“\(name)” holds no text: check that the file is the one meant."
    case .binary(let name, let reason):
      "“\(name)” is not text (\(reason.words)): export it as plain text or Markdown first."
    case .notUTF8(let name, let offset, let suggestions):
      "“\(name)” is not UTF-8 (byte \(offset)): say what it is with --encoding, for example "
        + suggestions.map(\.rawValue).joined(separator: " or ") + ", or save it as UTF-8."
    case .notUTF16(let name, let offset):
      "“\(name)” is marked as UTF-16 but is not (byte \(offset)): save it as UTF-8."
    case .tooLarge(let name, let bytes, let limit):
      "“\(name)” has \(bytes) bytes, and at most \(limit) are read: import it in parts."
    }
  }
}

extension ReadingError.BinaryReason {
  fileprivate var words: String {
    switch self {
    case .nul(let offset): "a NUL at byte \(offset)"
    case .controls(let count, let total): "\(count) control characters in \(total) bytes"
    }
  }
}
