; Address spaces: a page directory with the kernel's upper half and a process's lower one.

; EAX = a new page directory, its lower half empty.
space_create:
        call frame_take_zeroed
        mov edx, eax
%assign n 0
%rep DIRECT_TABLES
        mov ecx, [kernel_directory + (KERNEL_BASE >> 22) * 4 + n * 4]
        mov [KERNEL_BASE + eax + (KERNEL_BASE >> 22) * 4 + n * 4], ecx
%assign n n + 1
%endrep
        declare_table edx, 2
        ret

; EAX = where the kernel sees the entry for the linear address EDX of the directory EAX, or 0 where no
; page table is.
space_entry:
        mov ecx, edx
        shr ecx, 22
        mov eax, [KERNEL_BASE + eax + ecx * 4]
        test eax, ENTRY_PRESENT
        jz .none
        and eax, -PAGE
        shr edx, 10
        and edx, 0xFFC
        lea eax, [KERNEL_BASE + eax + edx]
        ret
.none:
        xor eax, eax
        ret

; Map the linear address EDX of the directory EAX to the frame and rights ECX; nothing was there.
space_map:
        push ebx
        push esi
        push edi
        mov ebx, eax
        mov esi, edx
        mov edi, ecx
        call space_entry
        test eax, eax
        jnz .table
        call frame_take_zeroed
        declare_table eax, 1
        mov edx, eax
        or edx, ENTRY_PRESENT | ENTRY_WRITE | ENTRY_USER
        mov eax, esi
        shr eax, 22
        lea eax, [KERNEL_BASE + ebx + eax * 4]
        store_entry eax, edx
        commit_entries
        mov eax, ebx
        mov edx, esi
        call space_entry
.table:
        store_entry eax, edi
        commit_entries
        pop edi
        pop esi
        pop ebx
        ret

; Take the page at the linear address EDX of the directory EAX away, if there is one.
space_unmap:
        push ebx
        push esi
        mov esi, edx
        call space_entry
        test eax, eax
        jz .done
        mov ebx, [eax]
        test ebx, ENTRY_PRESENT
        jz .done
        xor edx, edx
        store_entry eax, edx
        commit_entries
        mov eax, esi
        call forget_page
        mov eax, ebx
        and eax, -PAGE
        call frame_release
.done:
        pop esi
        pop ebx
        ret

; The translation of the linear address EAX is no longer good.
forget_page:
        cmp byte [is_486], 0
        je .all
        invalidate_page eax
        ret
.all:
        read_directory eax
        write_directory eax
        ret

; Make the lower half of the directory EDX that of the directory EAX, as a fork does: both see the same
; frames, and what could be written is to be copied when it is. The block's page is each process's own.
space_copy:
        push ebx
        push esi
        push edi
        push ebp
        sub esp, 12
        mov [esp], eax                  ; from
        mov [esp + 4], edx              ; to
        xor edi, edi
.directory:
        mov eax, [esp]
        mov esi, [KERNEL_BASE + eax + edi]
        test esi, ENTRY_PRESENT
        jz .next_directory
        cmp edi, (USER_BLOCK >> 22) * 4
        je .next_directory
        and esi, -PAGE
        add esi, KERNEL_BASE
        call frame_take_zeroed
        mov [esp + 8], eax              ; the new table
        xor ebp, ebp
.page:
        mov ebx, [esi + ebp]
        test ebx, ENTRY_PRESENT
        jz .next_page
        mov eax, ebx
        and eax, -PAGE
        call frame_share
        test ebx, ENTRY_WRITE
        jz .shared
        and ebx, ~ENTRY_WRITE
        or ebx, ENTRY_COPY
        lea eax, [esi + ebp]
        store_entry eax, ebx
.shared:
        mov eax, [esp + 8]
        mov [KERNEL_BASE + eax + ebp], ebx
.next_page:
        add ebp, 4
        cmp ebp, PAGE
        jb .page
        mov edx, [esp + 8]
        declare_table edx, 1
        or edx, ENTRY_PRESENT | ENTRY_WRITE | ENTRY_USER
        mov eax, [esp + 4]
        lea eax, [KERNEL_BASE + eax + edi]
        store_entry eax, edx
.next_directory:
        add edi, 4
        cmp edi, (KERNEL_BASE >> 22) * 4
        jb .directory
        commit_entries
        read_directory eax              ; rights were taken away
        write_directory eax
        add esp, 12
        pop ebp
        pop edi
        pop esi
        pop ebx
        ret

; Give the lower half of the directory EAX back, and the directory.
space_destroy:
        push ebx
        push esi
        push edi
        push ebp
        mov ebx, eax
        retire_table ebx, 2
        xor edi, edi
.directory:
        mov esi, [KERNEL_BASE + ebx + edi]
        test esi, ENTRY_PRESENT
        jz .next_directory
        and esi, -PAGE
        retire_table esi, 1
        xor ebp, ebp
.page:
        mov eax, [KERNEL_BASE + esi + ebp]
        test eax, ENTRY_PRESENT
        jz .next_page
        and eax, -PAGE
        call frame_release
.next_page:
        add ebp, 4
        cmp ebp, PAGE
        jb .page
        mov eax, esi
        call frame_release
.next_directory:
        add edi, 4
        cmp edi, (KERNEL_BASE >> 22) * 4
        jb .directory
        mov eax, ebx
        call frame_release
        pop ebp
        pop edi
        pop esi
        pop ebx
        ret
