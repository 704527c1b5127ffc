import Dispatch

/// Something that is found out while something else is done.
final class Beside<Value: Sendable>: @unchecked Sendable {
  private let isDone = DispatchGroup()
  private var result: Result<Value, any Error>?

  /// Begins to find it out.
  init(on queue: DispatchQueue, _ body: @escaping @Sendable () throws -> Value) {
    queue.async(group: isDone) { self.result = Result(catching: body) }
  }

  /// What was found, as soon as it is.
  ///
  /// - Throws: What finding it out threw.
  var value: Value {
    get throws {
      isDone.wait()
      guard let result else { preconditionFailure("it is done without a result") }
      return try result.get()
    }
  }
}
