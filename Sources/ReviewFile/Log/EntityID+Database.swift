import CSystem
import Foundation
import GRDB
import Synthesis

extension EntityID: DatabaseValueConvertible {
  /// The 16 bytes.
  public var databaseValue: DatabaseValue {
    withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { Data($0) }.databaseValue
  }

  /// Takes a blob of 16 bytes.
  public static func fromDatabaseValue(_ value: DatabaseValue) -> EntityID? {
    Data.fromDatabaseValue(value).flatMap { EntityID(bytes: $0) }
  }
}

extension EntityID: StatementColumnConvertible {
  /// Takes a blob of 16 bytes where it lies: exports read several million.
  public init?(sqliteStatement: SQLiteStatement, index: CInt) {
    let statement = UnsafeMutableRawPointer(sqliteStatement)
    guard linewise_column_size(statement, index) == 16,
      let bytes = linewise_column_bytes(statement, index)
    else { return nil }
    self.init(bytes: UnsafeRawBufferPointer(start: bytes, count: 16))
  }
}
