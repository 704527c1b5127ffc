/// A code in the bank, with what it holds.
public struct BankCode: Hashable, Sendable {
  /// The code.
  public let code: Code
  /// The distinct codable lines that it holds, whoever coded them.
  public let lines: Int
  /// The studies in which it holds one.
  public let studies: Int
  /// Who used it.
  public let coders: Set<EntityID>
  /// Who made it.
  public let madeBy: EntityID
  /// When, in milliseconds since 1970.
  public let madeAt: Int64

  /// Makes a row of the bank.
  public init(
    code: Code, lines: Int, studies: Int, coders: Set<EntityID>, madeBy: EntityID, madeAt: Int64
  ) {
    self.code = code
    self.lines = lines
    self.studies = studies
    self.coders = coders
    self.madeBy = madeBy
    self.madeAt = madeAt
  }
}
