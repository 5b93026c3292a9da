; Locks, and the interrupt flag while one is held.
;
; A lock keeps interrupts off, because a handler that wanted the same lock would wait for ever. Locks
; nest, so the flag from before the outermost one is kept and given back at the end. The kernel does
; not trust itself: it looks at the flag wherever it must be off. These looks are what a kernel outside
; ring 0 fails at first, as its CLI is emulated but its PUSHFD is not.

; Interrupts off; one level deeper. Keeps EAX and EDX.
push_interrupts:
        push eax
        save_flags
        disable_interrupts
        pop eax
        cmp dword [fs:processor_block.depth], 0
        jne .inner
        mov [fs:processor_block.flags], eax
.inner:
        inc dword [fs:processor_block.depth]
        pop eax
        ret

; One level up; at the outermost, interrupts as they were before.
pop_interrupts:
        call interrupts_are_off
        assert e, NO_LOCKS, "interrupts on while a lock is given back"
        sub dword [fs:processor_block.depth], 1
        assert ns, NO_LOCKS, "more locks given back than taken"
        cmp dword [fs:processor_block.depth], 0
        jne .inner
        push dword [fs:processor_block.flags]
        restore_flags
.inner:
        ret

; ZF when the interrupt flag is off. Keeps all registers.
interrupts_are_off:
        push eax
        save_flags
        pop eax
        test eax, FLAG_INTERRUPT
        pop eax
        ret

; ZF clear when the lock EAX is held; it must be asked with interrupts off, or the answer means nothing.
holding:
        call interrupts_are_off
        assert e, NO_LOCKS, "interrupts on while a lock is looked at"
        cmp dword [eax + spinlock.held], 0
        ret

; Take the lock EAX.
acquire:
        call push_interrupts
        call interrupts_are_off
        assert e, NO_LOCKS, "interrupts on while a lock is taken"
        call holding
        assert e, NO_LOCKS, "a lock is taken twice"
        mov edx, 1
        xchg [eax + spinlock.held], edx
        test edx, edx
        assert z, NO_LOCKS, "a lock was taken by someone else"
        mov edx, [esp]
        mov [eax + spinlock.owner], edx
        ret

; Give it back.
release:
        call holding
        assert ne, NO_LOCKS, "a lock is given back that nobody holds"
        xor edx, edx
        mov [eax + spinlock.owner], edx
        xchg [eax + spinlock.held], edx
        jmp pop_interrupts
