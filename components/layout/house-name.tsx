'use client';

import { createContext, type ReactNode, useContext } from 'react';

const HouseName = createContext('');

/** Tells every part of the page what the house is called. */
export const HouseNameProvider = ({ name, children }: { name: string; children: ReactNode }) => (
  <HouseName.Provider value={name}>{children}</HouseName.Provider>
);

/** What the house is called; empty where nobody could say. */
export const useHouseName = (): string => useContext(HouseName);
