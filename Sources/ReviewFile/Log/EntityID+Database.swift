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
